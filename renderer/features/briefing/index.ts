export { BriefingPage } from './briefing-page.tsx';
export { briefingSearchSchema } from './briefing-search.ts';

export { readBriefing } from './read-briefing.ts';
export { readShifts, setShifts } from './shift-hours.ts';

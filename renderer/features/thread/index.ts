export { ThreadPage, threadSearchSchema } from './thread-page.tsx';

export { CodeListsPage, codeListsSearchSchema } from './code-lists-page.tsx';

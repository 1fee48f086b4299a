export { Attachments } from './attachments.tsx';
export { useAttachments } from './queries.ts';
export { useAddFiles } from './use-add-files.ts';

export { Attachments } from './attachments.tsx';
export { useAttachments } from './queries.ts';
export { type AddFiles, useAddFiles } from './use-add-files.ts';

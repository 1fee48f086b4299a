export { abandonFile, appendFile, beginFile, finishFile } from './add-file.ts';
export { putBackOnDraft, submitDraftFiles, sweepDraftFiles, takeOffDraft } from './draft-files.ts';
export { fetchBytes } from './fetch-bytes.ts';
export { readAttachments, readBytes } from './read-attachments.ts';
export { keepThumbnail, readThumbnail } from './thumbnails.ts';
export { reinstateAttachment, withdrawAttachment } from './withdraw-attachment.ts';

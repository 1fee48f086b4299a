import { LARGEST_ATTACHMENT_BYTES, type PhotoDetails, type Refusal } from './attachment.ts';
import { cleanFileName } from './file-name.ts';
import { isPhoto, type MediaType, sniffMediaType } from './media-type.ts';
import { stripPhotoDetails } from './photo-details.ts';
import { MOST_PIXELS, photoSize } from './photo-size.ts';

export interface TakenFile {
  readonly name: string;
  readonly mediaType: MediaType;
  readonly bytes: Uint8Array;
  readonly details: PhotoDetails;
}

/**
 * What is kept of a file that somebody adds, or why it is not taken. Details of a photo are taken out
 * unless `keepDetails`.
 */
export function takeFile(
  file: { readonly name: string; readonly bytes: Uint8Array },
  keepDetails: boolean,
): TakenFile | { readonly refused: Refusal } {
  const { bytes } = file;
  if (bytes.length === 0) return { refused: 'empty' };
  if (bytes.length > LARGEST_ATTACHMENT_BYTES) return { refused: 'too-large' };
  const mediaType = sniffMediaType(bytes);
  if (mediaType === undefined) return { refused: 'type' };
  const name = cleanFileName(file.name, mediaType);
  if (!isPhoto(mediaType)) return { name, mediaType, bytes, details: 'none' };
  const size = photoSize(bytes, mediaType);
  if (size === undefined) return { refused: 'damaged' };
  if (size.width * size.height > MOST_PIXELS) return { refused: 'too-many-pixels' };
  try {
    const stripped = stripPhotoDetails(bytes, mediaType);
    if (keepDetails && stripped.details !== 'none') {
      return { name, mediaType, bytes, details: 'kept' };
    }
    return { name, mediaType, ...stripped };
  } catch (cause) {
    if (cause instanceof RangeError) return { refused: 'damaged' };
    throw cause;
  }
}

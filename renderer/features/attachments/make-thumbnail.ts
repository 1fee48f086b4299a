/** Pixels of the longer side of a small picture: sharp at 96 pixels on a screen of twice that. */
const LONGEST_SIDE = 192;
const QUALITY = 0.8;

/** A small picture of a photo, turned as it is to be seen; undefined when the photo cannot be read. */
export async function makeThumbnail(photo: Blob): Promise<Blob | undefined> {
  const picture = await createImageBitmap(photo).catch(() => undefined);
  if (!picture) return undefined;
  try {
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const width = Math.max(1, Math.round(picture.width * scale));
    const height = Math.max(1, Math.round(picture.height * scale));
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (!context) return undefined;
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, 0, 0, width, height);
    return await canvas.convertToBlob({ type: 'image/webp', quality: QUALITY });
  } finally {
    picture.close();
  }
}

import { crc32 } from 'node:zlib';

/*
 * Real photos of 16 by 12 pixels, drawn for the tests, with the details that cameras write put into them.
 * The place is of nobody: it lies in the sea.
 */

const JPEG = [
  '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AAB',
  'AAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAA',
  'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFla',
  'AAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAA',
  'AChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1',
  'AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBh',
  'cmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAc',
  'AEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVl',
  'ZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSk',
  'pKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAMABADASIAAhEBAxEB/8QAFgABAQEA',
  'AAAAAAAAAAAAAAAABQAE/8QAGRABAAIDAAAAAAAAAAAAAAAAAAEEFFOi/8QAFQEBAQAAAAAAAAAAAAAAAAAAAwT/',
  'xAAcEQABAwUAAAAAAAAAAAAAAAACAAEDBBESMUH/2gAMAwEAAhEDEQA/AMxfNr7OZEJTPTjNbLiEJHDS/9k=',
].join('');

const PNG = [
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAMCAYAAABr5z2BAAAANklEQVR4AeyRMQ0AMAzDrFLqMI3ThqmcOgbJsbeR',
  '/PqII3e1oitbEXxuBGA/WPegsAIXaQTwAAAA///Lic5ZAAAABklEQVQDAH0cNlmhoDEeAAAAAElFTkSuQmCC',
].join('');

const WEBP = [
  'UklGRigCAABXRUJQVlA4WAoAAAAgAAAADwAACwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AAB',
  'AAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAA',
  'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFla',
  'AAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAA',
  'AChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1',
  'AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBh',
  'cmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAc',
  'AEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggOgAAALABAJ0BKhAADAAEAGglqAJ0AQtdTlAA/hSf',
  'vkrI9NYeNn8zfF977/Y5Ms372Sv9ecVoFOsjDaEAAAA=',
].join('');

/** A place in the words of Exif and of XMP; no photo that was cleaned holds any of them. */
export const SECRETS = ['Fictiefoon 7', 'GPSLatitude', 'taken near the pier'] as const;

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(base64, 'base64'));
}

export const plainJpeg = (): Uint8Array<ArrayBuffer> => bytesOf(JPEG);
export const plainPng = (): Uint8Array<ArrayBuffer> => bytesOf(PNG);
export const plainWebp = (): Uint8Array<ArrayBuffer> => bytesOf(WEBP);

/** A JPEG as a telephone writes it: turned, with a place, a comment and something behind its end. */
export function jpegOfTelephone(orientation = 6): Uint8Array<ArrayBuffer> {
  const plain = Buffer.from(JPEG, 'base64');
  const xmp = 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta exif:GPSLatitude="51,30N"/>';
  return Uint8Array.from(
    Buffer.concat([
      plain.subarray(0, 2),
      segment(0xe1, exif(orientation)),
      segment(0xe1, Buffer.from(xmp)),
      segment(0xfe, Buffer.from('taken near the pier')),
      plain.subarray(2),
      Buffer.from('behind the end: taken near the pier'),
    ]),
  );
}

export function pngWithDetails(): Uint8Array<ArrayBuffer> {
  const plain = Buffer.from(PNG, 'base64');
  const text = Buffer.from('Comment\0taken near the pier');
  const end = plain.length - 12;
  return Uint8Array.from(
    Buffer.concat([
      plain.subarray(0, end),
      chunk('tEXt', text),
      chunk('eXIf', exif(1).subarray(6)),
      plain.subarray(end),
    ]),
  );
}

export function webpWithDetails(): Uint8Array<ArrayBuffer> {
  const plain = Buffer.from(WEBP, 'base64');
  const details = exif(1).subarray(6);
  const padded = Buffer.concat([details, Buffer.alloc(details.length % 2)]);
  const head = Buffer.alloc(8);
  head.write('EXIF', 0, 'latin1');
  head.writeUInt32LE(details.length, 4);
  const whole = Buffer.concat([plain, head, padded]);
  whole.writeUInt32LE(whole.length - 8, 4);
  whole.writeUInt8(whole.readUInt8(20) | 0x08, 20);
  return Uint8Array.from(whole);
}

/** A PNG whose head says that it is this large; decoded, it would be. */
export function pngOfSize(width: number, height: number): Uint8Array<ArrayBuffer> {
  const plain = Buffer.from(PNG, 'base64');
  plain.writeUInt32BE(width, 16);
  plain.writeUInt32BE(height, 20);
  return Uint8Array.from(plain);
}

/** Bytes that begin like a PDF and are of this length. */
export function pdfOfLength(length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length).map((_, index) => (index * 7919) % 251);
  bytes.set(Buffer.from('%PDF-1.7\n'));
  return bytes;
}

function segment(marker: number, content: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

/** `Exif\0\0` and a TIFF with a make, an orientation and a pointer to a place. */
function exif(orientation: number): Buffer {
  const maker = Buffer.from('Fictiefoon 7\0');
  const entries = [
    [0x010f, 2, maker.length, 50],
    [0x0112, 3, 1, orientation],
    [0x8825, 4, 1, 50 + maker.length],
  ] as const;
  const tiff = Buffer.alloc(50);
  tiff.write('II', 0, 'latin1');
  tiff.writeUInt16LE(42, 2);
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(entries.length, 8);
  entries.forEach(([tag, type, count, value], index) => {
    const at = 10 + index * 12;
    tiff.writeUInt16LE(tag, at);
    tiff.writeUInt16LE(type, at + 2);
    tiff.writeUInt32LE(count, at + 4);
    tiff.writeUInt32LE(value, at + 8);
  });
  return Buffer.concat([Buffer.from('Exif\0\0'), tiff, maker, Buffer.alloc(6)]);
}

function chunk(type: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(content.length);
  head.write(type, 4, 'latin1');
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(Buffer.concat([Buffer.from(type), content])));
  return Buffer.concat([head, content, sum]);
}

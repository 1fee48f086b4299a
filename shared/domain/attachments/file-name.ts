import { LONGEST_FILE_NAME } from './attachment.ts';
import { ENDINGS, type MediaType } from './media-type.ts';

/** What no system takes in a name, and what makes a name read otherwise than it is written. */
const UNWANTED = /[<>:"|?*\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Names of devices on Windows, with any ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * A name under which the file can be kept and saved anywhere: its last part, without what systems refuse
 * or what hides the real ending (directional marks), not too long, with an ending that says what is in
 * it. Cleaning twice changes nothing.
 */
export function cleanFileName(given: string, mediaType: MediaType): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = trimmed(last.replaceAll(UNWANTED, ' ').replaceAll(/\s+/g, ' '));
  const { stem, ending } = split(plain, mediaType);
  const named = trimmed(stem) || 'file';
  const safe = DEVICE.test(named) ? `_${named}` : named;
  return `${trimmed(cut(safe, LONGEST_FILE_NAME - ending.length - 1))}.${ending}`;
}

/** Windows takes off a full stop and a space at the end; one in front hides a file elsewhere. */
function trimmed(text: string): string {
  return text.replaceAll(/^[. ]+|[. ]+$/g, '');
}

function split(name: string, mediaType: MediaType): { stem: string; ending: string } {
  const at = name.lastIndexOf('.');
  const ending = at < 0 ? '' : name.slice(at + 1).toLowerCase();
  return ENDINGS[mediaType].includes(ending)
    ? { stem: name.slice(0, at), ending }
    : { stem: name, ending: ENDINGS[mediaType][0] };
}

/** At most this many UTF-16 units, no character cut in two. */
function cut(text: string, most: number): string {
  return text
    .slice(0, most)
    .toWellFormed()
    .replace(/\ufffd$/, '');
}

import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    attachments: typeof nl;
  }
}

export const attachmentsTexts = { nl, fr, en };

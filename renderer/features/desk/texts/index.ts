import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    desk: typeof nl;
  }
}

export const deskTexts = { nl, fr, en };

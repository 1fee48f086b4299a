import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    frame: typeof nl;
  }
}

export const frameTexts = { nl, fr, en };

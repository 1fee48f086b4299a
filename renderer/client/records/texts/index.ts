import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    records: typeof nl;
  }
}

export const recordTexts = { nl, fr, en };

import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    search: typeof nl;
  }
}

export const searchTexts = { nl, fr, en };

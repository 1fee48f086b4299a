import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    codes: typeof nl;
  }
}

export const codesTexts = { nl, fr, en };

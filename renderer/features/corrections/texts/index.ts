import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    corrections: typeof nl;
  }
}

export const correctionsTexts = { nl, fr, en };

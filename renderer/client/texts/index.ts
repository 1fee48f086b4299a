import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    errors: typeof nl;
  }
}

export const errorTexts = { nl, fr, en };

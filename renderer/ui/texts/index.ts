import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    common: typeof nl;
  }
}

export const commonTexts = { nl, fr, en };

import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    exports: typeof nl;
  }
}

export const exportsTexts = { nl, fr, en };

import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    board: typeof nl;
  }
}

export const boardTexts = { nl, fr, en };

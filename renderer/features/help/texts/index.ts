import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    help: typeof nl;
  }
}

export const helpTexts = { nl, fr, en };

import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    promises: typeof nl;
  }
}

export const promisesTexts = { nl, fr, en };

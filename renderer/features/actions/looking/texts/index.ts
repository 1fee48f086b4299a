import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    looking: typeof nl;
  }
}

export const lookingTexts = { nl, fr, en };

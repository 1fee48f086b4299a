import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    thread: typeof nl;
  }
}

export const threadTexts = { nl, fr, en };

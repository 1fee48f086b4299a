import { en } from './en.ts';
import { fr } from './fr.ts';
import { nl } from './nl.ts';

declare module 'i18next' {
  interface ResourceNamespaceMap {
    tailoring: typeof nl;
  }
}

export const tailoringTexts = { nl, fr, en };

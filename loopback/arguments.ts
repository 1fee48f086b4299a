import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const USAGE =
  'Usage: main.js --profile FOLDER [--demo] [--port N] [--no-browser] [--linger MINUTES]';

const LINGER_MINUTES = 5;

export interface LoopbackArguments {
  readonly profileDirectory: string;
  readonly demo: boolean;
  /** 0 takes a free port. */
  readonly port: number;
  readonly browser: boolean;
  /** Milliseconds. */
  readonly linger: number;
}

/** Throws an Error whose message tells what is wrong with the arguments. */
export function readArguments(given: readonly string[]): LoopbackArguments {
  const { values } = parseArgs({
    args: [...given],
    options: {
      profile: { type: 'string' },
      demo: { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      'no-browser': { type: 'boolean', default: false },
      linger: { type: 'string', default: String(LINGER_MINUTES) },
    },
  });
  if (values.profile === undefined || values.profile.trim() === '') {
    throw new Error('--profile needs a folder: where the data of this desk lies.');
  }
  return {
    profileDirectory: resolve(values.profile),
    demo: values.demo,
    port: wholeNumber('--port', values.port, 0, 65_535),
    browser: !values['no-browser'],
    linger: wholeNumber('--linger', values.linger, 1, 24 * 60) * 60_000,
  };
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < least || value > most) {
    throw new Error(`${name} takes a whole number from ${least} to ${most}.`);
  }
  return value;
}

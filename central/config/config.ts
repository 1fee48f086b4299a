import { accessSync, constants, readFileSync } from 'node:fs';

import { z } from 'zod';

import { wordsOfIssue } from './issue-words.ts';

/** The configuration is wrong; `message` says where, for whoever starts the centre. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const port = z.coerce.number().int().min(0).max(65_535);

const configSchema = z
  .strictObject({
    /** Where it listens. Beyond this machine a certificate is needed, or a proxy that has one. */
    host: z.string().min(1).default('127.0.0.1'),
    port: port.default(7_440),
    /** `postgres://…` for a server, `pglite:FOLDER` for the embedded database of a trial. */
    database: z
      .string()
      .regex(/^(postgres(ql)?:\/\/.+|pglite:.+)$/, 'postgres://… or pglite:FOLDER'),
    connections: z.coerce.number().int().min(2).max(200).default(10),
    tlsCertificate: z.string().optional(),
    tlsKey: z.string().optional(),
    /** A proxy in front of the centre speaks TLS to the desks, and names their addresses. */
    behindProxy: z.stringbool().or(z.boolean()).default(false),
    tokenMinutes: z.coerce.number().int().min(1).max(60).default(15),
    leaseDays: z.coerce.number().int().min(1).max(90).default(14),
    /** A desk that was not seen for so long no longer holds back clearing: it fetches whole again. */
    traceDays: z.coerce.number().int().min(1).max(3_650).default(90),
    /** The zone's provider of identities (OpenID Connect); without, officers sign in with a password. */
    oidcIssuer: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .optional(),
    oidcClientId: z.string().min(1).max(200).optional(),
    /** The claim of an ID token that holds the login of the account. */
    oidcClaim: z.string().min(1).max(100).default('preferred_username'),
    oidcScopes: z
      .string()
      .regex(/^openid( [\w.:/-]+)*$/, 'openid, and others after it')
      .default('openid profile'),
    /** Requests of one address in a minute; of desks behind one line there may be many. */
    requestsPerMinute: z.coerce.number().int().min(10).max(1_000_000).default(3_000),
    /** Of these, of administrators and supervisors: people at a screen. */
    administrationPerMinute: z.coerce.number().int().min(1).max(1_000_000).default(240),
    /** Pushes that this process decides at once; a desk that comes beyond is told when to come back. */
    pushesAtOnce: z.coerce.number().int().min(1).max(10_000).default(100),
    /** Of requests of one address, attempts to sign in or to enrol. */
    attemptsPerMinute: z.coerce.number().int().min(1).max(10_000).default(60),
  })
  .superRefine((config, context) => {
    if ((config.tlsCertificate === undefined) !== (config.tlsKey === undefined)) {
      context.addIssue({
        code: 'custom',
        path: ['tlsKey'],
        message: 'certificate and key go together',
      });
    }
    for (const setting of ['tlsCertificate', 'tlsKey'] as const) {
      const path = config[setting];
      if (path === undefined || canRead(path)) continue;
      context.addIssue({ code: 'custom', path: [setting], message: 'the file cannot be read' });
    }
    if ((config.oidcIssuer === undefined) !== (config.oidcClientId === undefined)) {
      context.addIssue({
        code: 'custom',
        path: ['oidcClientId'],
        message: 'the provider of identities and the name it knows desks by go together',
      });
    }
    const provider = URL.parse(config.oidcIssuer ?? '');
    if (provider?.protocol === 'http:' && !['127.0.0.1', 'localhost'].includes(provider.hostname)) {
      context.addIssue({
        code: 'custom',
        path: ['oidcIssuer'],
        message: 'beyond this machine the provider speaks https',
      });
    }
    const local = ['127.0.0.1', '::1', 'localhost'].includes(config.host);
    if (!local && config.tlsCertificate === undefined && !config.behindProxy) {
      context.addIssue({
        code: 'custom',
        path: ['host'],
        message: 'beyond this machine give tlsCertificate and tlsKey, or set behindProxy',
      });
    }
  });
export type CentralConfig = z.infer<typeof configSchema>;

const PREFIX = 'WIJKWERK_CENTRAL_';
export const CONFIG_FILE = `${PREFIX}CONFIG`;

/**
 * Reads the configuration: a JSON file named by WIJKWERK_CENTRAL_CONFIG, and over it every
 * WIJKWERK_CENTRAL_… of the environment (`WIJKWERK_CENTRAL_TOKEN_MINUTES` is `tokenMinutes`).
 * Throws ConfigError; no message repeats a value, since the database's address holds a password.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): CentralConfig {
  const settings: Record<string, unknown> = { ...fromFile(environment[CONFIG_FILE]) };
  for (const [name, value] of Object.entries(environment)) {
    if (!name.startsWith(PREFIX) || name === CONFIG_FILE || value === undefined) continue;
    settings[settingOf(name)] = value;
  }
  const parsed = configSchema.safeParse(settings);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.')];
    return `  ${names.map((name) => `${name} (${variableOf(name)})`).join(', ')}: ${
      issue.code === 'unrecognized_keys' ? 'there is no such setting' : wordsOf(issue)
    }`;
  });
  throw new ConfigError(`The configuration of the centre is wrong:\n${problems.join('\n')}`);
}

/** A format has words of its own in the schema; what is no text or number at all has those of every command. */
function wordsOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_type') return issue.message;
  const isDatabase = issue.path[0] === 'database';
  return `${wordsOfIssue(issue)}${isDatabase ? '; give postgres://… of a server, or pglite:FOLDER for a trial' : ''}`;
}

function fromFile(path: string | undefined): Readonly<Record<string, unknown>> {
  if (path === undefined) return {};
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new ConfigError(`The file that ${CONFIG_FILE} names cannot be read: ${path}`);
  }
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw new ConfigError(`The file that ${CONFIG_FILE} names is not a JSON object: ${path}`);
  }
}

function canRead(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

function settingOf(variable: string): string {
  return variable
    .slice(PREFIX.length)
    .toLowerCase()
    .replaceAll(/_(.)/g, (_, letter: string) => letter.toUpperCase());
}

function variableOf(setting: string): string {
  return PREFIX + setting.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

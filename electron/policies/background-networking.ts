import type { CommandLine } from 'electron';

/**
 * Chromium talks to the network by itself: component updates, name look-ups, reports. A desk without
 * a line must not wait for them, and a desk with one must not tell anybody what it does.
 */
export const SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['disable-quic'],
  ['no-pings'],
  ['no-first-run'],
  // no name is ever looked up for a window, not even by a <link rel="dns-prefetch">
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  [
    'disable-features',
    [
      'AutofillServerCommunication',
      'CertificateTransparencyComponentUpdater',
      'DnsOverHttps',
      'MediaRouter',
      'NetworkTimeServiceQuerying',
      'OptimizationHints',
      'Translate',
    ].join(','),
  ],
];

/** Call it before the application is ready. */
export function silenceChromium(commandLine: CommandLine): void {
  for (const [name, value] of SWITCHES) {
    if (value === undefined) commandLine.appendSwitch(name);
    else commandLine.appendSwitch(name, value);
  }
}

/**
 * Whether something may be left out here because this machine cannot do it. Not on a build server, where nobody reads
 * a warning: what is relied on there has either been done, or has failed.
 */
export function mayLeaveOut(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): boolean {
  return ['', '0', 'false'].includes(environment['CI'] ?? '');
}

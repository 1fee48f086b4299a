/** Whether something that leaves is for somebody else: whom it is for is said. Else it is for the officer's own use. */
export function isHandOut(recipient: string): boolean {
  return recipient.trim() !== '';
}

/** What was chosen to be in an export, as far as it may be there: an assessment is no part of a hand-out. */
export function mayLeave<Included extends { readonly assessments: boolean }>(
  include: Included,
  recipient: string,
): Included {
  return isHandOut(recipient) ? { ...include, assessments: false } : include;
}

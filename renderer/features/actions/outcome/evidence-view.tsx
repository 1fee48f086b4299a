import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ActionEvidence, ComparedStretch } from '#shared/contract/action-evidence.ts';
import { sumOf } from '#shared/domain/actions/comparison-streets.ts';
import type { LeftOut } from '#shared/domain/actions/kept-evidence.ts';
import { isReached } from '#shared/domain/actions/reach.ts';
import type { Difference } from '#shared/domain/actions/verdict.ts';
import { addDays } from '#shared/lib/dates.ts';

import { useFormats } from '../../../ui/formats.ts';
import { EvidenceTable } from './evidence-table.tsx';
import { groupOf, rounded } from './groups.ts';
import { LeftOutList } from './left-out-list.tsx';
import { MethodNotes } from './method-notes.tsx';
import classes from './outcome.module.css';
import { OutcomeBar } from './outcome-bar.tsx';
import { ReachNote } from './reach-note.tsx';

/** What was counted before and after, against what comparable streets lead to expect, with the table behind it. */
export function EvidenceView(props: {
  readonly evidence: ActionEvidence;
  /** What it is compared with may be chosen where these are given. */
  readonly onLeaveOut?: (stretch: ComparedStretch) => void;
  readonly onCompareAgain?: (leftOut: LeftOut) => void;
}) {
  const { evidence, onLeaveOut, onCompareAgain } = props;
  const { own, surroundings, before, leadUp, after, difference, around } = evidence;
  const { t } = useTranslation('outcome');
  const formats = useFormats();
  const groups = [
    groupOf('own', sumOf(own), difference),
    groupOf('surroundings', sumOf(surroundings), around),
  ];
  const most = Math.max(
    ...groups.flatMap((one) => [one.before, one.after, one.interval?.high ?? 0]),
  );
  const sentence = useSentence(evidence);
  // Of days that no file covers no figure is shown: it would be read as a count.
  if (!isReached(evidence.reach)) {
    return (
      <Stack gap="xs">
        <ReachNote reach={evidence.reach} />
        <MethodNotes evidence={evidence} />
      </Stack>
    );
  }
  return (
    <Stack gap="xs">
      <Text size="sm">{sentence}</Text>
      <ReachNote reach={evidence.reach} />
      {most === 0 && <Text size="sm">{t('nothing')}</Text>}
      {most > 0 && (
        <div className={classes.groups} role="img" aria-label={t('picture', { sentence })}>
          {groups.map((group) => (
            <div key={group.name} className={classes.group}>
              <div className={classes.bars}>
                <OutcomeBar count={group.before} most={most} label={t('before')} />
                {group.expected !== null && (
                  <OutcomeBar count={group.expected} isExpected most={most} label={t('expected')} />
                )}
                <OutcomeBar
                  count={group.after}
                  interval={group.interval}
                  most={most}
                  label={t('after')}
                />
              </div>
              <span className={classes.name}>{t(`group.${group.name}`)}</span>
            </div>
          ))}
        </div>
      )}
      <Text size="xs" c="dimmed">
        {t('days', {
          from: formats.day(before.from),
          until: formats.day(addDays(before.to, -1)),
          start: formats.day(after.from),
          to: formats.day(addDays(after.to, -1)),
        })}{' '}
        {t('leadUpDays', { from: formats.day(leadUp.from) })} {t(`counts.${evidence.counted}`)}{' '}
        {evidence.kept && t('kept')}
      </Text>
      <Text size="sm">
        {t('fixed', {
          baseline: formats.number(evidence.fixed.baseline),
          from: formats.day(evidence.fixed.from),
          to: formats.day(evidence.fixed.to),
        })}
      </Text>
      <MethodNotes evidence={evidence} />
      <LeftOutList leftOut={evidence.leftOut} onCompareAgain={onCompareAgain} />
      <EvidenceTable evidence={evidence} onLeaveOut={onLeaveOut} />
    </Stack>
  );
}

/** One plain sentence: what was counted, what was to be expected, and how sure the difference is. */
function useSentence({ own, difference, around, breaks }: ActionEvidence): string {
  const { t } = useTranslation('outcome');
  const formats = useFormats();
  const { before, after } = sumOf(own);
  const signed = (value: number): string => {
    const number = rounded(value);
    return `${number > 0 ? '+' : ''}${formats.number(number)}`;
  };
  const interval = ({ estimate, low, high }: Difference) => ({
    difference: signed(estimate),
    low: signed(low),
    high: signed(high),
  });
  const counted = t('counted', { before: formats.number(before), after: formats.number(after) });
  if (!difference) {
    const isParted = breaks.some(({ suspected }) => !suspected);
    return `${counted} ${t(isParted ? 'parted' : breaks.length > 0 ? 'doubted' : 'tooLittle')}`;
  }
  const expected = formats.number(rounded(after - difference.estimate));
  const here = t(isSure(difference) ? 'sure' : 'chance', { expected, ...interval(difference) });
  const there =
    around && t(isSure(around) ? 'aroundSure' : 'aroundChance', { ...interval(around) });
  return [counted, here, there].filter(Boolean).join(' ');
}

function isSure({ low, high }: Difference): boolean {
  return low > 0 || high < 0;
}

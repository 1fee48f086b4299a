import { Group, NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { lateBaseline } from '#shared/domain/actions/plausible.ts';
import { SIGN_COUNTS } from '#shared/domain/actions/sign.ts';
import type { Day } from '#shared/lib/dates.ts';
import type { Id } from '#shared/lib/ids.ts';

import { useRefused } from '../../client/refused-field.ts';
import { DayField } from '../../ui/day-field.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { ShortText } from '../../ui/short-text.tsx';
import { BaselineCount } from './baseline-count.tsx';
import type { SignForm } from './sign-form.ts';

/** By what one will see whether it helped: what is counted, how much there was, and from when to when. */
export function SignFields(props: {
  readonly actionId: Id;
  readonly sign: SignForm;
  /** The first day of the action, before which all of it is counted. */
  readonly startsOn: Day | null;
  readonly onType: (what: string) => void;
  readonly onChange: (part: Partial<SignForm>) => void;
}) {
  const { sign, onChange } = props;
  const { t } = useTranslation('actions');
  const refused = useRefused();
  const isBackwards = sign.from !== '' && sign.to !== '' && sign.to < sign.from;
  const isLate = lateBaseline({ startsOn: props.startsOn, sign }) !== undefined;
  const wrongEnd = isBackwards ? t('plan.backwards') : isLate && t('plan.notBeforehand');
  return (
    <>
      <ShortText
        label={t('plan.sign')}
        description={t('plan.signHint')}
        error={refused.is('sign.what')}
        value={sign.what}
        onText={props.onType}
      />
      <NativeSelect
        label={t('plan.counted')}
        description={t(`plan.countedHint.${sign.counted}`)}
        value={sign.counted}
        data={SIGN_COUNTS.map((value) => ({ value, label: t(`plan.countedAs.${value}`) }))}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ counted: SIGN_COUNTS.find((one) => one === value) ?? 'by-hand' });
        }}
      />
      <Group grow align="flex-end">
        <NumberField
          label={t('plan.baseline')}
          description={sign.counted === 'by-hand' ? undefined : t('plan.baselineHint')}
          error={refused.is('sign.baseline')}
          min={0}
          value={sign.baseline === '' ? null : sign.baseline}
          onChange={(value) => {
            onChange({ baseline: value ?? '' });
          }}
        />
        <NativeSelect
          label={t('plan.better')}
          value={sign.better}
          data={[
            { value: 'lower', label: t('plan.lower') },
            { value: 'higher', label: t('plan.higher') },
          ]}
          onChange={(event) => {
            onChange({ better: event.currentTarget.value === 'higher' ? 'higher' : 'lower' });
          }}
        />
      </Group>
      <Group grow align="flex-end">
        <DayField
          label={t('plan.countedFrom')}
          error={refused.is('sign.from')}
          value={sign.from}
          onChange={(from) => {
            onChange({ from });
          }}
        />
        <DayField
          label={t('plan.countedTo')}
          error={wrongEnd || refused.is('sign.to')}
          value={sign.to}
          onChange={(to) => {
            onChange({ to });
          }}
        />
      </Group>
      <BaselineCount
        actionId={props.actionId}
        sign={sign}
        onTake={(baseline) => {
          onChange({ baseline });
        }}
      />
    </>
  );
}

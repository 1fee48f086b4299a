import { Paper, UnstyledButton } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { REASON_FAMILIES } from '#shared/domain/codes/code.ts';

import classes from './map-page.module.css';
import { FamilyDot } from './reason-dot.tsx';

/** From this height of the window on the legend starts unfolded: below it would hide too much. */
const ROOMY_PIXELS = 900;

/** What the colours and lines mean; folded away it leaves the map free. */
export function Legend() {
  const { t } = useTranslation('map');
  const [open, setOpen] = useLocalStorage({
    key: 'wijkwerk.map-legend',
    defaultValue: window.innerHeight >= ROOMY_PIXELS,
    getInitialValueInEffect: false,
  });
  const id = useId();
  return (
    <Paper className={classes.legend} shadow="sm" radius="md">
      <UnstyledButton
        className={classes.legendHead}
        aria-expanded={open}
        aria-controls={id}
        aria-label={open ? t('hideLegend') : t('showLegend')}
        onClick={() => setOpen(!open)}
      >
        {t('legend')}
        {open ? <IconChevronDown size={16} aria-hidden /> : <IconChevronUp size={16} aria-hidden />}
      </UnstyledButton>
      <ul id={id} hidden={!open} className={classes.legendList}>
        {REASON_FAMILIES.map((family) => (
          <li key={family}>
            <FamilyDot family={family} />
            {t(`family.${family}`)}
          </li>
        ))}
        <li>
          <span className={classes.groupMark} aria-hidden>
            9
          </span>
          {t('groupLegend')}
        </li>
        {(['neighbourhood', 'municipality'] as const).map((kind) => (
          <li key={kind}>
            <span className={classes.border} data-kind={kind} aria-hidden />
            {t(`border.${kind}`)}
          </li>
        ))}
      </ul>
    </Paper>
  );
}

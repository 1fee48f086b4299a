import { useTranslation } from 'react-i18next';

import type { ActionEvidence, ComparedStretch } from '#shared/contract/action-evidence.ts';
import { sumOf } from '#shared/domain/actions/comparison-streets.ts';

import { useFormats } from '../../../ui/formats.ts';
import classes from './outcome.module.css';

const GROUPS = ['own', 'comparison', 'surroundings'] as const;

/** Every stretch that was counted, by name, with its sum. */
export function EvidenceTable(props: { readonly evidence: ActionEvidence }) {
  const { t } = useTranslation('outcome');
  return (
    <details className={classes.table}>
      <summary>{t('table')}</summary>
      <p>{t('chosen')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('stretch')}</th>
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('after')}</th>
          </tr>
        </thead>
        {GROUPS.map((group) => (
          <Group key={group} title={t(`group.${group}`)} stretches={props.evidence[group]} />
        ))}
      </table>
    </details>
  );
}

function Group(props: { readonly title: string; readonly stretches: readonly ComparedStretch[] }) {
  const { stretches } = props;
  const { t } = useTranslation('outcome');
  const formats = useFormats();
  const nameOf = ({ nameNl, nameFr, metres }: ComparedStretch): string =>
    t('long', {
      street: formats.name(nameNl, nameFr),
      metres: formats.number(Math.round(metres)),
    });
  return (
    <tbody>
      <Row name={props.title} count={sumOf(stretches)} isSum />
      {stretches.length === 0 && (
        <tr>
          <td colSpan={3}>{t('none')}</td>
        </tr>
      )}
      {stretches.map((stretch) => (
        <Row key={stretch.id} name={nameOf(stretch)} count={stretch.count} />
      ))}
    </tbody>
  );
}

function Row(props: {
  readonly name: string;
  readonly count: ComparedStretch['count'];
  readonly isSum?: boolean;
}) {
  const { count } = props;
  const { t } = useTranslation('outcome');
  const formats = useFormats();
  const said = (period: 'before' | 'after'): string => {
    const total = count.of?.[period];
    const own = formats.number(count[period]);
    return total === undefined ? own : t('outOf', { count: own, total: formats.number(total) });
  };
  return (
    <tr data-sum={props.isSum ?? undefined}>
      <th scope={props.isSum ? 'rowgroup' : 'row'}>{props.name}</th>
      <td>{said('before')}</td>
      <td>{said('after')}</td>
    </tr>
  );
}

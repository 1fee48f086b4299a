import { Text, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { MEANS } from '#shared/domain/actions/vocabulary.ts';

import { useCodes } from '../../client/codes.ts';
import { useFormats } from '../../ui/formats.ts';
import { Panel } from '../../ui/panel.tsx';
import classes from './means-mix.module.css';
import { useMeans } from './queries.ts';

/** How often each means was used in each neighbourhood, the lightest first; means that nobody used are left out. */
export function MeansMix() {
  const { t } = useTranslation('actions');
  const codes = useCodes();
  const formats = useFormats();
  const mixes = useMeans().data?.mixes;
  if (mixes === undefined) return null;
  const used = MEANS.filter((means) =>
    mixes.some(({ mix }) => mix.some((one) => one.means === means)),
  );
  return (
    <Panel title={t('mix.title')}>
      <Text size="sm" c="dimmed">
        {t(used.length === 0 ? 'mix.none' : 'mix.means')}
      </Text>
      {used.length > 0 && (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('mix.area')}</th>
                {used.map((means) => (
                  <th key={means} scope="col">
                    {codes.name('means', means)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {mixes.map(({ neighbourhoodId, neighbourhoodNameNl, neighbourhoodNameFr, mix }) => (
                <tr key={neighbourhoodId ?? ''}>
                  <th scope="row">
                    {formats.name(neighbourhoodNameNl, neighbourhoodNameFr) || t('outside')}
                  </th>
                  {used.map((means) => (
                    <td key={means}>
                      <Count count={mix.find((one) => one.means === means)?.count ?? 0} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function Count({ count }: { readonly count: number }) {
  const { t } = useTranslation('actions');
  const formats = useFormats();
  if (count > 0) return formats.number(count);
  return (
    <>
      <span aria-hidden>–</span>
      <VisuallyHidden>{t('mix.notUsed')}</VisuallyHidden>
    </>
  );
}

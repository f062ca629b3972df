import { type Claim, plainly, ran } from '../claim.ts';

/** Rendering to PDF in real browsers, as published and as it was when it was reviewed. */
export const pdf: Claim[] = [
  {
    system: '@spinajs/templates-pdf',
    by: 'measurement',
    claim: 'a failed rendering leaves a browser',
    decidedBy: ran('PDF rendering that succeeds and fails in turn', { '2.0.531': 'draining' }),
    finding: 'wrong',
    plain: plainly('pdf-launching.mjs', 'browsers after'),
  },
  {
    system: '@spinajs/templates-pdf',
    by: 'measurement',
    claim: 'with other options for each rendering, all browsers but one outlive dispose()',
    decidedBy: ran('PDFs of two kinds of options, then dispose()', { '2.0.531': 'leak' }),
    finding: 'found beyond the reviews',
    plain: plainly('pdf-distinct-options.mjs', 'browsers', 'after'),
  },
  {
    system: '@spinajs/templates-pdf',
    by: 'measurement',
    claim: 'so they do with the same options: the container never finds a renderer of these options',
    decidedBy: ran('PDFs of the same options, asked for twice, then dispose()', { '2.0.531': 'leak' }),
    finding: 'found beyond the reviews',
    plain: plainly('pdf-distinct-options.mjs', 'of the same'),
  },
  {
    system: '@spinajs/templates-pdf',
    by: 'measurement',
    claim: 'dispose() while the browser is being launched leaves it',
    decidedBy: ran('dispose() while the browser is being launched', { '2.0.531': 'leak' }),
    finding: 'found beyond the reviews',
    plain: plainly('pdf-launching.mjs', 'browsers left'),
  },
  {
    system: '@spinajs/templates-pdf',
    by: 'measurement',
    claim: 'browsers that are killed leave their profiles in the temporary folder',
    decidedBy: ran('a pooled browser that is killed', { '2.0.531': 'draining' }, { profiles: { atMost: 1 } }),
    finding: 'wrong',
    plain: plainly('pdf-launching.mjs', 'profiles'),
  },
  {
    system: 'templates-pdf at review time',
    by: 'review',
    claim: 'a render that fails leaves server and browser',
    decidedBy: ran('PDF rendering fails in five ways', { leaky: 'leak', fixed: 'clean' }),
    finding: 'partly',
    plain: plainly('templates-pdf-at-review.mjs', 'leaky, after bad', 'leaky, after page', 'fixed'),
  },
  {
    system: 'templates-pdf at review time',
    by: 'measurement',
    claim: 'when closing the browser fails, browser and server stay',
    decidedBy: ran('PDF rendering by browsers that no longer answer', { leaky: 'leak', fixed: 'clean' }),
    finding: 'confirmed',
    plain: plainly('templates-pdf-at-review.mjs', 'leaky, after browser', 'fixed, after browser'),
  },
];

import inCorpus from '../../scenarios/corpus/p-map-abort-signal.scenario.ts';
import { asUnknown } from './as-unknown.ts';

export default asUnknown(inCorpus);

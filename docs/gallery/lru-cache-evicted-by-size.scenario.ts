import inCorpus from '../../scenarios/corpus/lru-cache-evicted-by-size.scenario.ts';
import { asUnknown } from './as-unknown.ts';

export default asUnknown(inCorpus);

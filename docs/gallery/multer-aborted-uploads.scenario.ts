import inCorpus from '../../scenarios/corpus/multer-aborted-uploads.scenario.ts';
import { asUnknown } from './as-unknown.ts';

export default asUnknown(inCorpus);

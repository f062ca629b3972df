import { mutationOf } from './options.mjs';

export default mutationOf('verdict', 85);

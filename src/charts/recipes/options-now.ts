import { mapObjects } from "../json.ts";

/**
 * A copy of a recipe's options, and of the lists and objects in them: ways to draw are made when they are asked for, and are those of the options as they
 * were when the spec was made, also where a caller goes on to change them for the next one.
 */
export const optionsNow = <Options extends object>(options: Options): Options =>
  mapObjects(options, (object) => object) as Options;

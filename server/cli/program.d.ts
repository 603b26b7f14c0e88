/** A short name for the sources that the program was built from, put in by the build: other sources, another name. */
declare const PROGRAM: string;

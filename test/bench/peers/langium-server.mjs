import { readFileSync } from "node:fs";
import { AstUtils, EmptyFileSystem } from "langium";
import { createServicesForGrammar } from "langium/grammar";
import { startLanguageServer } from "langium/lsp";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";

// The same lines as those of the bare parser, read by a language server that Langium makes: `langium-server LIST`. Its
// one check finds the words of the list in what is said.
const words = readFileSync(process.argv[2], "utf8").split("\n").filter(Boolean);
const grammar = `
grammar Bare
entry Script: (lines+=Line | Newline)*;
Line: Indent? (mark=Mark | speaker=Speaker (text=Text)? | text=Text) Newline;
terminal Newline: /(\\r?\\n)+/;
terminal Mark: /(##?|=>|->|-|>|\\?|？|\\[|\\/\\/)[^\\n]*/;
terminal Speaker: /[^\\s:：\\[#?？>\\-][^:：\\n]*[:：]/;
terminal Indent: /[ \\t]+/;
terminal Text: /[^\\n]+/;
`;
const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
const services = await createServicesForGrammar({
  grammar,
  languageMetaData: {
    languageId: "service-script",
    fileExtensions: [".sscript"],
    caseInsensitive: false,
    mode: "production",
  },
  sharedModule: { lsp: { Connection: () => connection }, ...EmptyFileSystem },
});
services.validation.ValidationRegistry.register({
  Script: (script, accept) => {
    for (const line of AstUtils.streamAllContents(script)) {
      if (typeof line.text !== "string") continue;
      for (const word of words) if (line.text.includes(word)) accept("warning", word, { node: line, property: "text" });
    }
  },
});
startLanguageServer(services.shared);

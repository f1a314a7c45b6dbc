// OCA's template for 19.0; the plugin is looked up where `make lint` installs it.
/** @type {import('prettier').Config} */
const plugin = require.resolve("@prettier/plugin-xml", {
  paths: [process.env.NODE_PATH || __dirname],
});

module.exports = {
  plugins: [plugin],
  bracketSpacing: false,
  printWidth: 88,
  proseWrap: "always",
  semi: true,
  trailingComma: "es5",
  xmlWhitespaceSensitivity: "preserve",
};

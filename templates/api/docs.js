"use strict";
SwaggerUIBundle({
  url: "{% url 'api-schema' %}",
  dom_id: "#docs",
  presets: [SwaggerUIBundle.presets.apis],
  layout: "BaseLayout",
  validatorUrl: null,
});

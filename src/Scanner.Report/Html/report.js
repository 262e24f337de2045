(function () {
  "use strict";
  // a link may lead into something folded
  function unfold() {
    var target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    for (var at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (target) target.scrollIntoView();
  }
  function chosen(form, name) {
    return Array.from(form.querySelectorAll("input[name=" + name + "]:checked"), function (box) { return box.value; });
  }
  function filter(form, rules) {
    var verdicts = chosen(form, "verdict"), severities = chosen(form, "severity");
    var section = form.elements.section.value, words = form.elements.text.value.toLowerCase().split(" ").filter(Boolean), shown = 0;
    rules.forEach(function (rule) {
      var fits = [
        verdicts.length === 0 || verdicts.includes(rule.dataset.verdict),
        severities.length === 0 || severities.includes(rule.dataset.severity),
        section === "" || section === rule.dataset.section,
        words.every(function (word) { return (rule.said = rule.said || rule.textContent.toLowerCase()).includes(word); })
      ].every(Boolean);
      rule.hidden = !fits;
      if (fits) shown += 1;
    });
    form.querySelector("output").textContent = (shown === rules.length ? "" : shown + " of ") + rules.length + (rules.length === 1 ? " rule" : " rules");
  }
  document.querySelectorAll("form.filters").forEach(function (form) {
    var rules = Array.from(form.parentElement.querySelectorAll("details.rule"));
    form.hidden = false;
    form.addEventListener("input", function () { filter(form, rules); });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function () { setTimeout(function () { filter(form, rules); }); });
    filter(form, rules);
    // a link to a rule that is filtered away shows it all the same
    window.addEventListener("hashchange", function () {
      rules.forEach(function (rule) { if (rule.querySelector(":target")) rule.hidden = false; });
    });
  });
  window.addEventListener("hashchange", unfold);
  unfold();
})();

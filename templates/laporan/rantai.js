/* The tree and the matrix: search, and only what has gaps. */
(() => {
  for (const pohon of document.querySelectorAll("section.pohon")) {
    const alat = pohon.querySelector(".alat-pohon");
    const hasil = alat.querySelector(".hasil-pohon");
    const simpul = [...pohon.querySelectorAll("li.simpul")];
    const semula = new Map();
    const saring = () => {
      const kata = alat.elements.kata.value.toLowerCase().split(/\s+/).filter(Boolean);
      const celah = alat.elements.celah.checked;
      const aktif = kata.length > 0 || celah;
      if (aktif && !semula.size) simpul.forEach((li) => semula.set(li, li.firstElementChild.open));
      let cocok = 0;
      for (const li of simpul) {
        const ya = aktif && kata.every((k) => li.dataset.teks.includes(k)) && (!celah || li.classList.contains("ada-celah"));
        li.classList.toggle("cocok", ya);
        li.hidden = aktif;
        cocok += ya;
      }
      if (aktif) {
        for (const li of pohon.querySelectorAll("li.cocok")) {
          li.hidden = false;
          for (let atas = li.parentElement.closest("li.simpul"); atas; atas = atas.parentElement.closest("li.simpul")) {
            atas.hidden = false;
            atas.firstElementChild.open = true;
          }
          li.querySelectorAll("li.simpul").forEach((anak) => { anak.hidden = false; });
        }
      } else if (semula.size) {
        semula.forEach((buka, li) => { li.firstElementChild.open = buka; });
        semula.clear();
      }
      hasil.textContent = aktif ? hasil.dataset.teks.replace("{n}", cocok) : "";
    };
    alat.addEventListener("input", saring);
    alat.addEventListener("submit", (event) => event.preventDefault());
    alat.addEventListener("click", (event) => {
      const perintah = event.target.dataset.pohon;
      if (perintah) simpul.forEach((li) => { li.firstElementChild.open = perintah === "buka"; });
    });
  }
  for (const matriks of document.querySelectorAll("section.matriks")) {
    const alat = matriks.querySelector(".alat-matriks");
    const hasil = alat.querySelector(".hasil-matriks");
    const baris = [...matriks.querySelectorAll("tbody tr")].map((tr) => [tr, tr.textContent.replace(/\s+/g, " ").toLowerCase()]);
    const saring = () => {
      const kata = alat.elements.kata.value.toLowerCase().split(/\s+/).filter(Boolean);
      const keadaan = alat.elements.keadaan.value;
      let tampil = 0;
      for (const [tr, teks] of baris) {
        tr.hidden = !(kata.every((k) => teks.includes(k)) && (!keadaan || tr.querySelector(`.${keadaan}`)));
        tampil += !tr.hidden;
      }
      hasil.textContent = hasil.dataset.teks.replace("{n}", tampil);
    };
    alat.addEventListener("input", saring);
    alat.addEventListener("submit", (event) => event.preventDefault());
    saring();
  }
})();
